/**
 * Education and public-benefit work: courses, sessions, who attended, and the hours of a month against the duty of the class. Staff tick who
 * is there, from the list or with a code shown in the room; people of our own need no account and no phone.
 */
@NullMarked
package org.guitu.web.education;

import org.jspecify.annotations.NullMarked;
