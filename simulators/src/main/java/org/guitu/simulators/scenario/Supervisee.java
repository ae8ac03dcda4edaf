package org.guitu.simulators.scenario;

import java.util.List;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.Name;
import org.guitu.simulators.device.Script;

/**
 * One invented supervised person of the demo.
 *
 * @param number 1 to the size of the cast
 * @param name begins with {@code 演示·} in Chinese and {@code Demo } in English
 * @param sex as registered
 * @param birthYear calendar year
 * @param category the measure the person serves
 * @param supervisionClass how closely the person is supervised
 * @param office the township office that does the daily work, one of {@link DemoCast#offices()}
 * @param device the one device the person wears or carries
 * @param basis the ground of a bracelet's authorisation
 * @param home where the person lives
 * @param work where the person works
 * @param zones what the court and the agency order
 * @param role what the person shows in the demo
 * @param history whether the device sends a stored previous day when it first starts
 * @param script what really happens
 */
public record Supervisee(
        int number,
        Name name,
        Sex sex,
        int birthYear,
        Category category,
        SupervisionClass supervisionClass,
        Office office,
        DemoDevice device,
        Ground basis,
        Address home,
        Address work,
        List<Zone> zones,
        Role role,
        boolean history,
        Script script) {

    public Supervisee {
        zones = List.copyOf(zones);
    }

    /** As registered. */
    public enum Sex {
        MALE,
        FEMALE
    }

    /** The measure served in the community: 管制, 缓刑, 假释, 暂予监外执行. */
    public enum Category {
        CONTROL,
        PROBATION,
        PAROLE,
        TEMPORARY_EXECUTION
    }

    /** 严管, 普管, 宽管. */
    public enum SupervisionClass {
        STRICT,
        NORMAL,
        LIGHT
    }

    /** The five statutory grounds of a bracelet (社区矫正法 29), in their order; phones go by the correction plan. */
    public enum Ground {
        INJUNCTION_BREACHED,
        LEFT_WITHOUT_APPROVAL,
        REFUSED_TO_REPORT,
        PUBLIC_SECURITY_PUNISHMENT,
        REVOCATION_PENDING,
        PHONE_PLAN
    }

    /** What the person shows. */
    public enum Role {
        /** Enters a forbidden zone half a minute after the start, and again from time to time. */
        EXCLUSION,
        /** Is out when his curfew begins, about a minute after the start. */
        CURFEW,
        /** Has the strap opened after a minute and a half. */
        STRAP,
        /** Falls silent, crosses a forbidden zone unseen, and uploads it later. */
        SILENCE,
        /** Keeps to everything. */
        COMPLIANT
    }

    /**
     * A place to live or work.
     *
     * @param text the written address
     * @param position of the building
     */
    public record Address(Name text, LatLon position) {}
}
