/** Opens a map site at a place. */
export function showMap(place: {
  readonly latitude: number
  readonly longitude: number
  readonly name: string
  readonly address: string
}): void {
  const query = new URLSearchParams({
    marker: `coord:${String(place.latitude)},${String(place.longitude)};title:${place.name};addr:${place.address}`,
  })
  window.open(`https://apis.map.qq.com/uri/v1/marker?${query.toString()}&referer=guilin-zhengwu`, '_blank', 'noopener')
}
