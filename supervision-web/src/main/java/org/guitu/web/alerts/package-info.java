/**
 * What an officer is told of the judge's findings, and the chain of handling: seen, verified, resolved with an outcome, each step
 * stamped with who and when. {@link org.guitu.web.alerts.AlertMachine} is pure; the opener follows the feed of findings and opens,
 * extends, ends and withdraws alerts in one transaction with its cursor.
 */
@NullMarked
package org.guitu.web.alerts;

import org.jspecify.annotations.NullMarked;
