/**
 * The orders about a person that are not zones: how often to report, bracelet and phone together, keeping away from another person. Each is a
 * row of ours with all its revisions and a rule in the book of {@link org.guitu.ingest.registry.Registry}, written in one transaction.
 * Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.rules;

import org.jspecify.annotations.NullMarked;
