/**
 * How much dearer the game is than the planner's optimum: {@link org.mfg.solvers.cost.PriceOfAnarchy}. Uses the API only.
 */
@NullMarked
package org.mfg.solvers.cost;

import org.jspecify.annotations.NullMarked;
