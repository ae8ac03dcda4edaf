/**
 * The way of a case from the first question of a court to the last day: a pure machine of states with guards, the steps that were taken, and
 * what each of them asks for: investigation, reception, team, plan, transfer, discharge.
 */
@NullMarked
package org.guitu.web.lifecycle;

import org.jspecify.annotations.NullMarked;
