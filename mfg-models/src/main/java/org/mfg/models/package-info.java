/**
 * The models that come with the framework: {@link org.mfg.models.hamiltonian}, {@link org.mfg.models.coupling},
 * formulas for costs and densities in {@link org.mfg.models.formula}, and complete games, some with their exact
 * solutions, in {@link org.mfg.models.game}. All are found by {@link java.util.ServiceLoader} through the providers of
 * mfg-api, in the same way as a plugin's.
 */
@NullMarked
package org.mfg.models;

import org.jspecify.annotations.NullMarked;
