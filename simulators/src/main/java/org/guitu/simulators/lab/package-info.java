/**
 * The statistical laboratory of the judgement: device-days whose truth is known, with receivers that err, networks that delay and clocks that
 * fail, as the rows that {@code ./guitu replay} reads. Seeded and pure but for {@code LabMain}, which writes files. What the parameters are is
 * fixed in {@code LabNoise}; which seeds must never be tuned on, in {@code LabSeeds}.
 */
@NullMarked
package org.guitu.simulators.lab;

import org.jspecify.annotations.NullMarked;
