/** Figures of a table of runs, for {@code mfg plot}. */
@NullMarked
package org.mfg.app.plot;

import org.jspecify.annotations.NullMarked;
