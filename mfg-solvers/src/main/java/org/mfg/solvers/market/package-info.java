/**
 * Markets that clear: {@link org.mfg.solvers.market.MarketClearing} finds the price at which the agents of a game offer what is
 * asked for, by root finding around the equilibria at given prices.
 */
@NullMarked
package org.mfg.solvers.market;

import org.jspecify.annotations.NullMarked;
