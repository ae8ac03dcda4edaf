/**
 * JT/T 808 in its 2011, 2013 and 2019 editions: frames, messages, canonical reports and the platform's answers. Section numbers in
 * comments are those of JT/T 808-2013 unless another edition is named. Stateless and thread-safe but for
 * {@link org.guitu.protocols.jt808.Jt808Reassembly}, which belongs to one connection.
 */
@NullMarked
package org.guitu.protocols.jt808;

import org.jspecify.annotations.NullMarked;
