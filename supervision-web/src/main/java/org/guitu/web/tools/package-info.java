/**
 * The command-line tools that need no running server: the doctor, and the pure tools that read lines and print JSON Lines.
 * A tool says its errors on standard error, keeps standard output for its result, and never stops at one bad line.
 */
@NullMarked
package org.guitu.web.tools;

import org.jspecify.annotations.NullMarked;
