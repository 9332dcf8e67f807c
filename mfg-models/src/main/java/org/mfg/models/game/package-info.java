/**
 * Complete games, each a {@link org.mfg.api.spi.GameProvider} that declares its parameters; games with a known
 * equilibrium have its {@link org.mfg.api.game.ExactSolution} beside them. Start with {@link
 * org.mfg.models.game.TutorialGame}.
 */
@NullMarked
package org.mfg.models.game;

import org.jspecify.annotations.NullMarked;
