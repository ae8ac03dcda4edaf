/**
 * Risk instruments as versioned data and the small engine that scores them: no clock, no database, no page. An instrument is one file
 * under {@code resources/risk}: the inputs with their needs, tables, and steps in order, each a formula, a check or a sum of terms.
 * {@link org.guitu.web.risk.Instruments} finds one, {@link org.guitu.web.risk.Assessor} scores it.
 */
@NullMarked
package org.guitu.web.risk;

import org.jspecify.annotations.NullMarked;
