package org.guitu.web.lifecycle;

import java.time.LocalDate;

/** An item of reception or discharge that is done. */
record Check(CheckItem item, LocalDate doneOn, String note, String recordedBy) {}
