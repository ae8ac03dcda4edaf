/**
 * What a county approves beside leave: regular travel across city and county lines (IM-29), meeting someone the person must not meet (IM-25),
 * entering a place the person must not enter (IM-39). An approval opens the rule book for exactly its hours.
 */
@NullMarked
package org.guitu.web.permits;

import org.jspecify.annotations.NullMarked;
