/**
 * Help for whoever is on our books: needs, relief, referrals whose answer is tracked to its end, and the psychological file, which only those
 * who work on a case may open.
 */
@NullMarked
package org.guitu.web.help;

import org.jspecify.annotations.NullMarked;
