/** SQL over the runs in output folders, for {@code mfg query}. */
@NullMarked
package org.mfg.app.query;

import org.jspecify.annotations.NullMarked;
