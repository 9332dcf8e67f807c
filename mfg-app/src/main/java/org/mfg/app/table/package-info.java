/** Tables of runs, read as whole rows even while a sweep adds to them: {@link org.mfg.app.table.TableFile}. */
@NullMarked
package org.mfg.app.table;

import org.jspecify.annotations.NullMarked;
