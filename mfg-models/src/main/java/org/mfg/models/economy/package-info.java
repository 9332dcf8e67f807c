/**
 * Economies of households that save against shocks to their income (Bewley 1986, Huggett 1993, Aiyagari 1994) in continuous time
 * (Achdou, Han, Lasry, Lions and Moll 2022): {@link org.mfg.models.economy.Households} for given prices, and the economies
 * whose markets set them.
 */
@NullMarked
package org.mfg.models.economy;

import org.jspecify.annotations.NullMarked;
