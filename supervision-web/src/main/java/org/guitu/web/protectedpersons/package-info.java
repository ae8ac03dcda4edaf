/**
 * The register of people who are to be protected: their contact, their consent on paper, a device of their own, and the orders to keep away
 * from them. What is collected of them is what consent, device and order allow together, handed to admission in the same transaction
 * ({@link org.guitu.web.protectedpersons.ProtectedCovers}); it is shown nowhere. Known to those alone who draw up orders.
 */
@NullMarked
package org.guitu.web.protectedpersons;

import org.jspecify.annotations.NullMarked;
