/**
 * Games made for a solution: {@link org.mfg.models.manufactured.ManufacturedGame} gives any smooth pair (u, m) the source terms
 * that make it exact. For tests of schemes.
 */
@NullMarked
package org.mfg.models.manufactured;

import org.jspecify.annotations.NullMarked;
