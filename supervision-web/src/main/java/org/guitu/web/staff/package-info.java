/**
 * Staff management for the administrator: the list, new staff with a one-time password, roles, deactivation. A small feature to copy from.
 */
@NullMarked
package org.guitu.web.staff;

import org.jspecify.annotations.NullMarked;
