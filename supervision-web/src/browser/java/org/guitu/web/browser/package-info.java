/**
 * What an officer sees, in a real Chromium against the running server. Compiled and run only in the profile {@code browser}, which brings
 * the browser's driver.
 */
@NullMarked
package org.guitu.web.browser;

import org.jspecify.annotations.NullMarked;
