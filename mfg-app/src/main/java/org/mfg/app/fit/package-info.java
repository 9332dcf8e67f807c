/**
 * Parameters of a study's game from a file of what was observed: {@link org.mfg.app.fit.DataFile}, {@link org.mfg.app.fit.FitStudy}, {@link org.mfg.app.fit.FitFiles}. Uses {@link
 * org.mfg.solvers.calibration}, study, output and figure.
 */
@NullMarked
package org.mfg.app.fit;

import org.jspecify.annotations.NullMarked;
