package org.guitu.web.education;

import java.util.Optional;

/**
 * Someone who is to come to a session.
 *
 * @param present empty: not noted yet
 */
record Attendee(long personId, String name, Optional<Boolean> present, String excuse) {}
