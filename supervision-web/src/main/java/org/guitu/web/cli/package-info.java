/**
 * The commands that work on a database or run the server. Each parses its arguments, calls one thing and prints; nothing else knows of the
 * command line.
 */
@NullMarked
package org.guitu.web.cli;

import org.jspecify.annotations.NullMarked;
