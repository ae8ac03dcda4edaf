/**
 * {@code ./guitu demo}: everything on one machine. A private database, the demo city's organisations, staff, people, devices
 * and zones entered through the same services as an officer's forms, the server, and simulated devices that live through a
 * scripted day. Passwords written here are for the demo alone. Delete this package and nothing else notices, except the
 * command line.
 */
@NullMarked
package org.guitu.web.demo;

import org.jspecify.annotations.NullMarked;
