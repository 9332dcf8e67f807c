/** Numbers of interest of an equilibrium, with their derivatives: {@link org.mfg.api.quantity.Quantity}. Uses the discrete problem. */
@NullMarked
package org.mfg.api.quantity;

import org.jspecify.annotations.NullMarked;
