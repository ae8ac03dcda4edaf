/**
 * Why a finding stands, so that an officer understands it when it is read aloud: what happened, how sure the platform is, which fixes convinced, and
 * what became of it. It shows where a person was, so a purpose is stated first and leaves an audit row. Judges nothing itself: it words what
 * {@link org.guitu.ingest.review.Explanations} tells. Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.findings;

import org.jspecify.annotations.NullMarked;
