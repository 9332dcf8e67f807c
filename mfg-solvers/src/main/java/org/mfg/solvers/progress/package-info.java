/**
 * What all equilibrium solvers share: the yardstick of an iterate, the record of a solve, and the rules that end it. The
 * entry class is {@link org.mfg.solvers.progress.SolveLog}. Uses the API only.
 */
@NullMarked
package org.mfg.solvers.progress;

import org.jspecify.annotations.NullMarked;
