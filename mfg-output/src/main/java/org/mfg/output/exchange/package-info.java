/**
 * Results in the formats of other programs: {@link org.mfg.output.exchange.NetcdfFile} for xarray, Panoply, Julia and R, {@link org.mfg.output.exchange.VtkFiles} for
 * ParaView. Both take {@link org.mfg.output.exchange.FieldSet}, named fields over named axes. Uses {@link org.mfg.output.file} alone.
 */
@NullMarked
package org.mfg.output.exchange;

import org.jspecify.annotations.NullMarked;
