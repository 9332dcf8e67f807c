/** The files of {@code mfg equilibria}: {@link org.mfg.app.equilibria.EquilibriaFiles}. Uses {@link org.mfg.solvers.deflation}, study, output and figure. */
@NullMarked
package org.mfg.app.equilibria;

import org.jspecify.annotations.NullMarked;
