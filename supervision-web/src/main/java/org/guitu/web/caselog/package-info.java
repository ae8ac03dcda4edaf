/**
 * The timeline of a case as rows: what happened, when, who entered it. {@link org.guitu.web.caselog.CaseLog} is the door every feature
 * records through, in the transaction that does the thing; the page is the feature {@code timeline}.
 */
@NullMarked
package org.guitu.web.caselog;

import org.jspecify.annotations.NullMarked;
