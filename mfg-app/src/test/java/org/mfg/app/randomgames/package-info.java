/**
 * Random games, and their equations written out slowly and apart from the schemes' kernels, to judge what solvers say of them. The entry
 * class is {@link org.mfg.app.randomgames.RandomGamesTest}.
 */
@NullMarked
package org.mfg.app.randomgames;

import org.jspecify.annotations.NullMarked;
