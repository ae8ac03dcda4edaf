/**
 * Who may do what: organisations as a tree, staff and their roles, sessions, tokens, lock-out. Knows nothing of HTTP or pages. Services
 * are thread-safe and block on the database.
 */
@NullMarked
package org.guitu.web.access;

import org.jspecify.annotations.NullMarked;
