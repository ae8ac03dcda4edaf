/**
 * Questions about judgement that change nothing: why a finding stands, what a rule would have raised, what of a day was observed. Each reads stored
 * positions and folds them again. Who may ask, and why, is the caller's business. Thread-safe.
 */
@NullMarked
package org.guitu.ingest.review;

import org.jspecify.annotations.NullMarked;
