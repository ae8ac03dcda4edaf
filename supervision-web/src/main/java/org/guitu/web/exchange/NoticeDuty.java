package org.guitu.web.exchange;

import org.guitu.web.duties.DutyKind;

/**
 * The duty that a notice discharges: it is met once this recipient has it, and the notice with its receipt is the proof.
 *
 * @param ref of the duty, as the feature that opened it knows it
 */
public record NoticeDuty(PartnerKind recipient, DutyKind kind, String ref) {}
