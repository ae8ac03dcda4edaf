/**
 * Many simple bracelets at once, to see what a server on the same machine can take. Bounded in number and time, loopback only.
 */
@NullMarked
package org.guitu.simulators.load;

import org.jspecify.annotations.NullMarked;
