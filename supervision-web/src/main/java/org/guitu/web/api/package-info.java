/**
 * What every program needs of the API beside the features' own operations: the contract itself and who the token belongs to.
 */
@NullMarked
package org.guitu.web.api;

import org.jspecify.annotations.NullMarked;
