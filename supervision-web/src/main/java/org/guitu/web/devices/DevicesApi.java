package org.guitu.web.devices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.jspecify.annotations.Nullable;

/** Devices as JSON. Authentication codes go in and never out. */
final class DevicesApi {

    /** Who wears it from when (the organisation's wall clock; absent: now). */
    record Wear(long personId, @Nullable String from) {}

    /** What changes a device: the version that was read, and the whole device as it is to be. */
    record Edit(int version, DeviceForm device) {}

    private final DeviceService devices;

    DevicesApi(DeviceService devices) {
        this.devices = devices;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/devices", Permission.VIEW_DEVICES, this::list);
        routes.api("POST", "/api/v1/devices", Permission.EDIT_DEVICES, this::register);
        routes.api("GET", "/api/v1/devices/{id}", Permission.VIEW_DEVICES, this::show);
        routes.api("PUT", "/api/v1/devices/{id}", Permission.EDIT_DEVICES, this::edit);
        routes.api("POST", "/api/v1/devices/{id}/wearing", Permission.EDIT_PEOPLE, this::assign);
        routes.api("DELETE", "/api/v1/devices/{id}/wearing", Permission.EDIT_PEOPLE, this::takeBack);
    }

    private Reply list(Request request) {
        int limit = Math.clamp(request.queryLong("limit").orElse(50), 1, 200);
        List<Device> found = devices.list(request.staff(), DevicesFeature.query(request, limit));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", found.stream().limit(limit).toList());
        if (found.size() > limit) {
            body.put("next", Long.toString(found.get(limit - 1).id()));
        }
        return Reply.json(body);
    }

    private Reply register(Request request) {
        return answer(request, devices.register(request.staff(), request.json(DeviceForm.class)), 201);
    }

    private Reply show(Request request) {
        return device(request, request.id("id"));
    }

    private Reply edit(Request request) {
        Edit edit = request.json(Edit.class);
        return answer(request, devices.update(request.staff(), request.id("id"), edit.version(), edit.device()), 200);
    }

    private Reply assign(Request request) {
        Wear wear = request.json(Wear.class);
        return answer(
                request,
                devices.assign(request.staff(), request.id("id"), wear.personId(), Answers.orEmpty(wear.from())),
                200);
    }

    private Reply takeBack(Request request) {
        return answer(request, devices.takeBack(request.staff(), request.id("id")), 200);
    }

    private Reply answer(Request request, Outcome<Long> outcome, int status) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> device(request, id).withStatus(status);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private Reply device(Request request, long id) {
        return Reply.json(devices.find(request.staff(), id).orElseThrow(Refusal::notFound));
    }
}
