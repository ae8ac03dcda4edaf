/**
 * Lists of people as files: read from XLSX and CSV with a trial run that says what is wrong in which row, and written again for a stated
 * purpose. Reading and writing are pure; an import is one transaction. Thread-safe.
 */
@NullMarked
package org.guitu.web.roster;

import org.jspecify.annotations.NullMarked;
