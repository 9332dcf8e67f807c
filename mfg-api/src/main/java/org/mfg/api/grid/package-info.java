/**
 * Where a game is played: {@link org.mfg.api.grid.Domain} (a box with boundary conditions, doors and obstacles), {@link
 * org.mfg.api.grid.Grid} (its tensor-product nodes and quadrature weights) and {@link org.mfg.api.grid.TimeGrid}. All are
 * immutable values. Uses nothing but the exceptions of the API.
 */
@NullMarked
package org.mfg.api.grid;

import org.jspecify.annotations.NullMarked;
