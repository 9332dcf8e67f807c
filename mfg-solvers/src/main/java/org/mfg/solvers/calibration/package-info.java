/**
 * Parameters of a game from observed densities: {@link org.mfg.solvers.calibration.Calibration}, with the derivatives of {@link org.mfg.solvers.sensitivity}. Uses Commons
 * Math.
 */
@NullMarked
package org.mfg.solvers.calibration;

import org.jspecify.annotations.NullMarked;
