/** Elementary functions that Hamiltonians and couplings share. Entry: {@link org.mfg.models.function.RealPower}. */
@NullMarked
package org.mfg.models.function;

import org.jspecify.annotations.NullMarked;
