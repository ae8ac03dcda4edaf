/**
 * One organisation of the tree: its name, its place, its end, each a fact with history. Adding one is the feature {@code staff}'s page of the
 * whole tree.
 */
@NullMarked
package org.guitu.web.organisations;

import org.jspecify.annotations.NullMarked;
