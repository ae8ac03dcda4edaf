/**
 * Whether the process lives, whether it can do its work, and its meters: for those who watch servers, not people.
 */
@NullMarked
package org.guitu.web.health;

import org.jspecify.annotations.NullMarked;
