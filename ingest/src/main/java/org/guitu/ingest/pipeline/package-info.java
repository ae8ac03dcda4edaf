/**
 * A micro-batch of log entries becomes one transaction: positions, health, quarantine, findings, checkpoints. Two more lanes judge
 * without a report: one folds again what late truth has touched, one wakes subjects whose time has come. State is a cache; the stored
 * timeline is the truth.
 */
@NullMarked
package org.guitu.ingest.pipeline;

import org.jspecify.annotations.NullMarked;
