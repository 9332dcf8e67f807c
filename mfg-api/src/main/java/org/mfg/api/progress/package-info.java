/**
 * What the author of a solver uses so that all solvers speak alike: the record of a solve, {@link org.mfg.api.progress.SolveLog}, which measures
 * iterates by one {@link org.mfg.api.progress.Yardstick} and ends by one {@link org.mfg.api.progress.StoppingRule}.
 */
@NullMarked
package org.mfg.api.progress;

import org.jspecify.annotations.NullMarked;
