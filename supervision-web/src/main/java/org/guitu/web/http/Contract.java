package org.guitu.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contract of the API, {@code openapi.yaml}: every request below {@code /api/v1/} is checked against it before its handler runs. */
public final class Contract {

    private static final Logger LOG = LoggerFactory.getLogger(Contract.class);
    private static final int LOAD_SECONDS_MAX = 30;

    private final OpenAPIContract contract;
    private final RequestValidator validator;

    private Contract(OpenAPIContract contract, RequestValidator validator) {
        this.contract = contract;
        this.validator = validator;
    }

    /** The contract as it is served. */
    public static byte[] text() {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("no openapi.yaml on the class path");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read openapi.yaml", failure);
        }
    }

    static Contract load(Vertx vertx) {
        try {
            JsonObject json = requestsOnly(new ObjectMapper(new YAMLFactory()).readTree(text()));
            OpenAPIContract contract = OpenAPIContract.from(vertx, json).await(LOAD_SECONDS_MAX, TimeUnit.SECONDS);
            return new Contract(contract, RequestValidator.create(vertx, contract));
        } catch (IOException | java.util.concurrent.TimeoutException failure) {
            throw new IllegalStateException("openapi.yaml is no OpenAPI 3.1 contract", failure);
        }
    }

    /** The validator knows few media types of responses and is not asked about responses; so what they hold is left out. */
    private static JsonObject requestsOnly(JsonNode contract) {
        for (JsonNode responses : contract.findValues("responses")) {
            for (JsonNode response : responses) {
                if (response instanceof ObjectNode object) {
                    object.remove("content");
                }
            }
        }
        return new JsonObject(contract.toString());
    }

    /** Every operation as {@code GET /api/v1/people/{id}}, sorted. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        contract.operations()
                .forEach(operation -> operations.add(operation.getHttpMethod() + " " + operation.getOpenAPIPath()));
        return operations;
    }

    /** The operation a route stands for, if the contract has it. */
    Optional<Operation> operation(Route route) {
        return contract.operations().stream()
                .filter(operation -> operation.getOpenAPIPath().equals(route.path())
                        && operation.getHttpMethod().equals(HttpMethod.valueOf(route.method())))
                .findFirst();
    }

    /** What is wrong with a request whose body has been read; empty if nothing is. */
    Future<Optional<String>> fault(RoutingContext context, Operation operation) {
        Buffer body = context.body() == null || context.body().buffer() == null
                ? Buffer.buffer()
                : context.body().buffer();
        return RequestUtils.extract(context.request(), operation, () -> Future.succeededFuture(body))
                .compose(request -> validator.validate(request, operation.getOperationId()))
                .map(valid -> Optional.<String>empty())
                .otherwise(Contract::reason);
    }

    private static Optional<String> reason(Throwable failure) {
        if (!(failure instanceof ValidatorException)) {
            LOG.debug("a request could not be compared with the contract", failure);
        }
        return Optional.of(failure.getMessage() == null ? "" : failure.getMessage());
    }
}
