/**
 * Households that save and prices that clear their markets; and how an economy returns to its steady state.
 */
@NullMarked
package org.mfg.examples.economies;

import org.jspecify.annotations.NullMarked;
