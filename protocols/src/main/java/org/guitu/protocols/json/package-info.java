/**
 * JSON on jackson-core's streaming reader alone: small documents become plain maps, lists, strings, numbers and booleans within hard
 * limits of depth and length. Stateless and thread-safe.
 */
@NullMarked
package org.guitu.protocols.json;

import org.jspecify.annotations.NullMarked;
