package org.guitu.web.education;

/** A course as a row. */
record Course(long id, long organisationId, String organisationName, String title, Subject subject, String note) {}
