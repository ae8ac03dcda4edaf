/**
 * Leave from the residence city or county (IM-26…28) and the approval of regular travel (IM-29): applied for, decided by whom the law
 * names, put into the person's zones for exactly its days, and reported back. Whose decision it is is reckoned by a pure class; a clock
 * notes the first day and the missing return.
 */
@NullMarked
package org.guitu.web.leave;

import org.jspecify.annotations.NullMarked;
