/**
 * The iterate of the solvers that improve a strategy (Newton's method, policy iteration): {@link
 * org.mfg.solvers.strategy.StrategyIterate}. Uses the API only.
 */
@NullMarked
package org.mfg.solvers.strategy;

import org.jspecify.annotations.NullMarked;
