/**
 * Signing in and out, choosing one's own password, the language switch, and the way from {@code /} to one's first page.
 */
@NullMarked
package org.guitu.web.signin;

import org.jspecify.annotations.NullMarked;
